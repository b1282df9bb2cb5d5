/// Nothing yet.
enum DatasetsPlaceholder {}
