enum PlaceholderConfigurationFile {}
import Yams
