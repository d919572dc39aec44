public import Cluster
public import ContactCenter

/// Something about a cluster's nodes and journals that somebody should look at.
public struct ClusterFinding: Hashable, Sendable {
    /// What it is about.
    public enum Subject: Hashable, Sendable {
        case node(NodeID)
        case partition(PartitionID)
        case cluster
    }

    /// How pressing it is.
    public var severity: Finding.Severity
    /// What it is about.
    public var subject: Subject
    /// What is the matter, why, and what to do.
    public var message: String

    public init(_ severity: Finding.Severity, _ subject: Subject, _ message: String) {
        self.severity = severity
        self.subject = subject
        self.message = message
    }
}
