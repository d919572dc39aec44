import ConfigurationFile
import ContactCenter

extension CenterConfiguration {
    /// The configuration that a text says; nil when anything is wrong with it.
    static func read(_ source: String) -> CenterConfiguration? {
        ConfigurationFile.read(source).configuration
    }
}
