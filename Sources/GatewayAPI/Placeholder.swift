enum PlaceholderGatewayAPI {}
