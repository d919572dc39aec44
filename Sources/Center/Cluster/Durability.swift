/// What a partition's journal rests on, and so what its site promises when it is cut off from the others.
public struct Durability: Hashable, Sendable {
    /// Where the journal is kept.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// On one machine: a file, or a NATS server that stands alone.
        case alone
        /// On NATS servers of several sites.
        case stretched
        /// On NATS servers of the site's own, a JetStream domain that leaf nodes join to the others'.
        case island
    }

    /// A journal on one machine.
    public static let alone = Durability(.alone)

    /// Where the journal is kept.
    public let mode: Mode
    /// On how many servers each record is before it counts.
    public let replicas: Int

    /// What rests on so many servers; more than one is never ``Mode/alone``.
    public init(_ mode: Mode, replicas: Int = 1) {
        self.mode = mode
        self.replicas = replicas
    }

    /// What holds when the site is cut off, in a sentence for people.
    public var promise: String {
        switch mode {
        case .alone:
            "Its journal is on one server alone: while that is away, the site takes nothing on; if its disk is lost, so "
                + "is what the site had accepted."
        case .stretched:
            "Its journal is on \(replicas) servers of several sites: no accepted contact is lost with any one of them. "
                + "Cut off from most of them, the site takes nothing on, and goes on by itself when they are back."
        case .island where replicas == 1:
            "Its journal is on one server of the site: cut off from the others, the site goes on alone. If that "
                + "server's disk is lost, so is what the site had accepted."
        case .island:
            "Its journal is on \(replicas) servers of the site: cut off from the others, the site goes on alone. What it "
                + "had accepted is lost only with most of these servers."
        }
    }
}

extension Durability: CustomStringConvertible {
    /// The mode, and the replicas as NATS writes them: `stretched R3`.
    public var description: String { mode == .alone ? "alone" : "\(mode.rawValue) R\(replicas)" }
}
