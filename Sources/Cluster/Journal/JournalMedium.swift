/// What a journal's confirmed records survive.
public enum JournalMedium: Hashable, Sendable {
    /// Nothing: they are gone with the process.
    case memory
    /// The end of the process and of the machine: every commit is synced to the disk of one SQLite file.
    case sqlite
    /// What a JetStream stream over so many servers survives: with 3 the loss of one, with 1 the end of its server.
    case jetStream(replicas: Int)

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .memory: "memory"
        case .sqlite: "sqlite-sync"
        case .jetStream(let replicas): "jetstream-r\(replicas)"
        }
    }
}
