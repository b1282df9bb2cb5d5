/// Nothing yet.
enum HotSpotsPlaceholder {}
