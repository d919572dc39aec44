public import Cluster
public import ContactCenter

extension CenterDirectory {
    /// Attaches an agent's stream of notices, which makes the agent reachable, for as long as `body` runs.
    ///
    /// Where the agent's partition moves to another node, the stream goes on there.
    ///
    /// - Parameters:
    ///   - after: Where an earlier stream broke off; nil begins with the whole state.
    ///   - body: Reads the stream; the agent counts as gone when it returns.
    /// - Returns: What `body` returned, or the refusal when there is no such agent.
    /// - Throws: ``CenterError`` when the stream cannot be had; whatever `body` throws.
    public func withAgentNotices<Output: Sendable>(
        of agent: AgentID, after: NoticePosition? = nil, _ body: (NoticeStream) async throws -> Output
    ) async throws -> Result<Output, Refusal> {
        let home = try await home(of: agent)
        let reading = NoticeReading(of: home, after: after, system: system, routing: routing) {
            receiver, after, asking in
            try await repeating {
                asking()
                return try await agentActor(agent, at: home).attach(receiver, after: after)
            }
        }
        do { try await reading.attach() } catch let refusal as Refusal {
            return .failure(refusal)
        } catch {
            throw CenterError(of: error)
        }
        defer {
            if let stream = reading.end() {
                streams.whenClosed { [self] in try await agentActor(agent, at: home).detach(stream) }
            }
        }
        return .success(try await body(NoticeStream { () async throws(CenterError) in try await reading.next() }))
    }

    /// Reads the stream of everything that happens in a partition for as long as `body` runs.
    ///
    /// - Parameters:
    ///   - partition: nil for the one that administers the configuration, which is all there is on a single node.
    ///   - after: Where an earlier stream broke off; nil begins with the whole state.
    ///   - body: Reads the stream.
    /// - Throws: ``CenterError`` when the stream cannot be had; whatever `body` throws.
    public func withSupervisorNotices<Output: Sendable>(
        of partition: PartitionID? = nil, after: NoticePosition? = nil, _ body: (NoticeStream) async throws -> Output
    ) async throws -> Output {
        let home = partition ?? layout.administering
        let reading = NoticeReading(of: home, after: after, system: system, routing: routing) {
            receiver, after, asking in
            try await repeating {
                asking()
                return try await partitionActor(home).attach(receiver, after: after)
            }
        }
        do { try await reading.attach() } catch { throw CenterError(of: error) }
        defer {
            if let stream = reading.end() {
                streams.whenClosed { [self] in try await partitionActor(home).detach(stream) }
            }
        }
        return try await body(NoticeStream { () async throws(CenterError) in try await reading.next() })
    }
}
