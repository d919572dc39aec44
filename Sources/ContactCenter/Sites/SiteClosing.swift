/// What becomes of the contacts that wait in a queue when one of its sites closes.
public enum SiteClosing: UInt8, CaseIterable, Sendable {
    /// They go on waiting, for the sites that are open, or else for the one that opens next.
    case handOver
    /// The site's agents may still have those that came before it closed.
    case finish
    /// Once no site of the queue is open they end, and nobody is let in.
    case end

    /// Its name in configuration, API and command line.
    public var name: String {
        switch self {
        case .handOver: "hand-over"
        case .finish: "finish"
        case .end: "end"
        }
    }
}

extension SiteClosing: WireCode {}
