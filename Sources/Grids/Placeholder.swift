/// Nothing yet.
enum GridsPlaceholder {}
