enum PlaceholderHarness {}
import Histogram
