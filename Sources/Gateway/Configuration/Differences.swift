import ConfigurationFile
import ContactCenter

// In a file of its own: the API has a type of the same name, and the module is hidden by its own type's name.
/// What putting `new` into force in place of `old` changes.
func differences(_ old: CenterConfiguration, _ new: CenterConfiguration) -> [ConfigurationChange] {
    ConfigurationDifference.between(old, new)
}
