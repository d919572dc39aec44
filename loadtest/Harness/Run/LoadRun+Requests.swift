import ContactCenter
import DequeModule
import GatewayAPI
import History
import NIOCore
import NIOPosix

extension LoadRun: ConnectionOwner {
    /// Names the next command, and records that it is about to be sent.
    ///
    /// - Parameter node: The node that a customer's command goes to; nil for the one whose turn it is.
    func command(
        _ purpose: Call.Purpose, _ verb: Invocation.Verb, due: Int64? = nil, at node: Int? = nil,
        _ request: (CommandID) -> ByteBuffer
    ) {
        number += 1
        let key = CommandID(time: businessTime, random: &random)
        let call = Call(purpose: purpose, request: request(key), number: number, due: due ?? now, node: node)
        record(.invoked(Invocation(number: number, verb: verb)))
        send(call)
    }

    /// Sends a request as soon as a connection is free.
    func send(_ call: Call) {
        guard !isResting || call.isRead else { return restingTimers.append(.again(call)) }
        let node = node(for: call)
        if let connection = pool.takeIdle(to: node) {
            send(call, on: connection)
        } else {
            pool.wait(call, for: node)
        }
    }

    /// What an agent does goes to the node that the agent is at; everything else where it was meant to go, or to each
    /// node in turn.
    private func node(for call: Call) -> Int {
        let node = call.purpose.agent.map { agents[$0].node } ?? call.node
        return node.map { nodes.standIn(for: $0) } ?? nodes.next()
    }

    private func send(_ call: Call, on connection: Int) {
        guard let channel = pool.channels[connection] else {
            return pool.wait(call, for: pool.node(of: connection))
        }
        var call = call
        if case .open = call.purpose, isArriving, call.attempts == 0, now - call.due > 1_000 {
            measures.counts.sentLate += 1
        }
        call.attempts += 1
        measures.counts.requests += 1
        pool.underWay[connection] = call
        channel.writeAndFlush(call.request, promise: nil)
    }

    private func free(_ connection: Int) {
        if let next = pool.takeWaiting(for: pool.node(of: connection)) {
            if isResting, !next.isRead {
                restingTimers.append(.again(next))
                return free(connection)
            }
            send(next, on: connection)
        } else {
            pool.putIdle(connection)
        }
    }

    func answered(_ connection: Int, status: Int, retryAfter: Int?, body: ByteBuffer) {
        guard let call = pool.underWay[connection] else { return }
        pool.underWay[connection] = nil
        defer { checkWaiter() }
        free(connection)
        if call.isRead { return readBack(call, status, body) }
        switch status {
        case 200..<300: succeeded(call, body)
        case 429, 503: pressedBack(call, retryAfter, body)
        case 400..<500: refused(call, Self.code(of: body))
        default: again(call)
        }
    }

    /// The center is busy: a customer hears so and goes; an agent tries again.
    private func pressedBack(_ call: Call, _ retryAfter: Int?, _ body: ByteBuffer) {
        if case .open = call.purpose, call.attempts == 1 { return refused(call, Self.code(of: body)) }
        measures.counts.retries += 1
        after(Int64(max(retryAfter ?? 0, 0)) * 1_000_000 + 50_000, .again(call))
    }

    /// No answer came: the same command is sent again, which has no second effect.
    func again(_ call: Call) {
        guard !call.isRead else { return after(200_000, .again(call)) }
        record(.outcome(InvocationOutcome(number: call.number, result: .unknown)))
        measures.counts.failures += 1
        guard call.attempts < Self.attemptBound, !isClosing else { return givenUp(call) }
        measures.counts.retries += 1
        after(200_000, .again(call))
    }

    /// How often a command is sent before its outcome is taken as unknown.
    private static let attemptBound = 100

    func succeeded(_ call: Call, _ body: ByteBuffer) {
        var contact: ContactID?
        if case .open = call.purpose { contact = Self.openedContact(body) }
        record(.outcome(InvocationOutcome(number: call.number, result: .ok(contact))))
        switch call.purpose {
        case .open(let life): opened(life, contact)
        case .abandon(let life): abandoned(life)
        case .accept(let agent, let offer, let contact): accepted(agent, offer, contact)
        case .reject: measures.counts.rejected += 1
        case .complete(let agent, let contact): completed(agent, contact)
        case .finishWrapUp(let agent, let contact): wrappedUp(agent, contact)
        case .signIn(let agent): signedIn(agent)
        case .available(let agent): agents[agent].isAvailable = true
        case .signOut(let agent): agents[agent].isAvailable = false
        case .readContact, .readAgent: break
        }
    }

    func refused(_ call: Call, _ code: String) {
        record(.outcome(InvocationOutcome(number: call.number, result: .failed(code))))
        switch call.purpose {
        case .open(let life): openingRefused(life)
        case .abandon(let life): abandonRefused(life)
        case .accept(let agent, let offer, _): agents[agent].offers.remove(offer.rawValue)
        case .complete(let agent, let contact): completeRefused(agent, contact)
        case .finishWrapUp(let agent, let contact): wrappedUp(agent, contact)
        case .signIn(let agent): signedIn(agent)
        case .reject, .available, .signOut, .readContact, .readAgent: break
        }
    }

    private func givenUp(_ call: Call) {
        switch call.purpose {
        case .open(let life):
            measures.counts.unknown += 1
            end(life, .unknown)
        default: break
        }
    }

    func connectionClosed(_ connection: Int) {
        defer { checkWaiter() }
        pool.channels[connection] = nil
        pool.removeIdle(connection)
        if let call = pool.underWay[connection] {
            pool.underWay[connection] = nil
            again(call)
        }
        guard !isClosing else { return }
        after(20_000, .reconnect(connection))
    }

    func reconnect(_ connection: Int) {
        guard !isClosing, pool.channels[connection] == nil else { return }
        let target = options.targets[pool.node(of: connection)]
        bootstrap { RequestChannelHandler(owner: $0, connection: connection) }
            .connect(host: target.host, port: target.port)
            .whenComplete { [self] result in
                assumeIsolated { $0.connectionOpened(connection, result) }
            }
    }

    private func connectionOpened(_ connection: Int, _ result: Result<NetworkChannel, any Error>) {
        defer { checkWaiter() }
        switch result {
        case .success(let channel):
            pool.channels[connection] = channel
            nodes.find(pool.node(of: connection))
            free(connection)
        case .failure:
            leave(pool.node(of: connection))
            after(100_000, .reconnect(connection))
        }
    }

    /// What waits for a node that takes no connections goes to others.
    private func leave(_ node: Int) {
        nodes.lose(node)
        for call in pool.takeAllWaiting(for: node) { send(call) }
    }

    func bootstrap<Handler: ChannelInboundHandler>(
        _ handler: @escaping @Sendable (LoadRun) -> Handler
    ) -> ClientBootstrap {
        ClientBootstrap(group: loop)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connectTimeout(.seconds(3))
            .channelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(handler(self))
                }
            }
    }

    private static func openedContact(_ body: ByteBuffer) -> ContactID? {
        let answer = body.withUnsafeReadableBytes { bytes in
            try? OpenedContact(json: bytes.bindMemory(to: UInt8.self))
        }
        return answer.flatMap { ContactID($0.contact) }
    }

    private static func code(of body: ByteBuffer) -> String {
        let value = body.withUnsafeReadableBytes { bytes in
            try? JSONParser.parse(bytes.bindMemory(to: UInt8.self))
        }
        guard let value else { return "unreadable" }
        var fields = JSONFields(value)
        return fields.text("code") ?? "unnamed"
    }
}
