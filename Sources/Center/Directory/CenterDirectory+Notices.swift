import Cluster
public import ContactCenter

extension CenterDirectory {
    /// Attaches an agent's stream of notices, which makes the agent reachable, for as long as `body` runs.
    ///
    /// - Parameters:
    ///   - after: Where an earlier stream broke off; nil begins with the whole state.
    ///   - body: Reads the stream; the agent counts as gone when it returns.
    /// - Returns: What `body` returned, or the refusal when there is no such agent.
    /// - Throws: ``CenterError`` when the stream cannot be had; whatever `body` throws.
    public func withAgentNotices<Output: Sendable>(
        of agent: AgentID, after: NoticePosition? = nil, _ body: (NoticeStream) async throws -> Output
    ) async throws -> Result<Output, Refusal> {
        let inbox = NoticeInbox()
        defer { inbox.close() }
        let receiver = NoticeReceiver(inbox: inbox, actorSystem: system)
        let stream: UInt64
        do {
            stream = try await CallOptions.withDeadline(.seconds(10)) {
                try await agentActor(agent).attach(receiver.id, after: after)
            }
        } catch let refusal as Refusal {
            return .failure(refusal)
        } catch {
            throw CenterError(of: error)
        }
        defer { streams.whenClosed { [self] in try await agentActor(agent).detach(stream) } }
        return .success(try await read(inbox, of: receiver, body))
    }

    /// Reads the stream of notices of the whole center for as long as `body` runs.
    ///
    /// - Parameters:
    ///   - after: Where an earlier stream broke off; nil begins with the whole state.
    ///   - body: Reads the stream.
    /// - Throws: ``CenterError`` when the stream cannot be had; whatever `body` throws.
    public func withSupervisorNotices<Output: Sendable>(
        after: NoticePosition? = nil, _ body: (NoticeStream) async throws -> Output
    ) async throws -> Output {
        let inbox = NoticeInbox()
        defer { inbox.close() }
        let receiver = NoticeReceiver(inbox: inbox, actorSystem: system)
        let stream = try await call { try await partitionActor().attach(receiver.id, after: after) }
        defer { streams.whenClosed { [self] in try await partitionActor().detach(stream) } }
        return try await read(inbox, of: receiver, body)
    }

    /// Runs `body` over what comes in; the receiver lives as long.
    private func read<Output>(
        _ inbox: NoticeInbox, of receiver: NoticeReceiver, _ body: (NoticeStream) async throws -> Output
    ) async throws -> Output {
        let stream = NoticeStream { () async throws(CenterError) in
            defer { withExtendedLifetime(receiver) {} }
            return try await inbox.next()
        }
        return try await body(stream)
    }
}
