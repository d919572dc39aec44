/// Where the configuration that is played on comes from.
public enum CenterSource: Hashable, Sendable {
    /// It is in force already.
    case current
    /// The file at this path, beside the scenario's, is put into force first.
    case file(String)
    /// This file's text is put into force first.
    case text(String)
    /// One is made up and put into force first.
    case generated(GeneratedCenter)
}
