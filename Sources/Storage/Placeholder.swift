enum PlaceholderStorage {}
import GRDB
