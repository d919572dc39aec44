enum PlaceholderGatewayClient {}
import AsyncHTTPClient
