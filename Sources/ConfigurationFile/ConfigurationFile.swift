public import ContactCenter

/// One YAML file that describes a center, read.
public struct ConfigurationFile: Sendable {
    /// What the file says; nil when anything is wrong with it.
    public let configuration: CenterConfiguration?
    /// Everything that is wrong with it, by line and column.
    public let problems: [ConfigurationProblem]

    /// Reads a file's text and finds every mistake in it.
    public static func read(_ source: String) -> ConfigurationFile {
        let document = YAMLDocument(source)
        guard let root = document.root else {
            return ConfigurationFile(configuration: nil, problems: document.problems)
        }
        var reader = ConfigurationReader(log: document.log)
        let configuration = reader.read(root)
        reader.report(configuration.problems())
        let problems = document.problems
        return ConfigurationFile(configuration: problems.isEmpty ? configuration : nil, problems: problems)
    }
}
