/// Nothing yet.
enum TabularPlaceholder {}
