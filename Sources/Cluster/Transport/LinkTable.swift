import Synchronization

/// The links to all peers that were ever sent something.
final class LinkTable: Sendable {
    private struct State {
        var links: [NodeID: Link] = [:]
        var closed = false
    }

    /// Yields each new link once, to be run.
    let opened: AsyncStream<Link>

    private let open: AsyncStream<Link>.Continuation
    private let peerBound: Int
    private let makeLink: @Sendable (NodeID) -> Link
    private let state = Mutex(State())

    init(peerBound: Int, makeLink: @escaping @Sendable (NodeID) -> Link) {
        self.peerBound = peerBound
        self.makeLink = makeLink
        (opened, open) = AsyncStream.makeStream()
    }

    /// The link to a peer, made if need be; nil when there are too many, or all are closed.
    func link(to peer: NodeID) -> Link? {
        let (link, isNew) = state.withLock { state -> (Link?, Bool) in
            if state.closed { return (nil, false) }
            if let link = state.links[peer] { return (link, false) }
            guard state.links.count < peerBound else { return (nil, false) }
            let link = makeLink(peer)
            state.links[peer] = link
            return (link, true)
        }
        if isNew, let link { open.yield(link) }
        return link
    }

    /// Closes all links and makes no more.
    func close() {
        let links = state.withLock { state in
            state.closed = true
            return Array(state.links.values)
        }
        for link in links { link.close() }
        open.finish()
    }
}
