enum PlaceholderCenter {}
