enum GewuPlaceholder {}
