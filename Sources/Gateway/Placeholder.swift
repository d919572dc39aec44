enum PlaceholderGateway {}
import Hummingbird
import Crypto
