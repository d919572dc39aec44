public import Distributed
public import Wire

extension ClusterActorSystem {
    /// While no more calls than this are under way, frames of a thread that does not deliver leave at once instead of
    /// gathering.
    private static let quiet = 8

    public func makeInvocationEncoder() -> CallEncoder { CallEncoder() }

    /// Calls a method that returns a value; made by the compiler for every distributed method.
    ///
    /// - Throws: The method's own error if it is a registered ``WireFailure``; ``ClusterError`` otherwise.
    public func remoteCall<Act: DistributedActor, Failure: Error, Returned: WireValue>(
        on actor: Act,
        target: RemoteCallTarget,
        invocation: inout CallEncoder,
        throwing: Failure.Type,
        returning: Returned.Type
    ) async throws -> Returned where Act.ID == ActorID {
        let target = CallTarget(actor: actor.id, method: methodNames.name(of: target))
        let bytes = try await call(target, arguments: invocation.arguments.bytes)
        do {
            return try Returned(wireBytes: bytes)
        } catch {
            throw ClusterError(
                .malformed, "the result of \(target) is no \(Returned.self): \(error); it has run", cause: error)
        }
    }

    /// Calls a method that returns nothing; made by the compiler for every distributed method.
    ///
    /// - Throws: The method's own error if it is a registered ``WireFailure``; ``ClusterError`` otherwise.
    public func remoteCallVoid<Act: DistributedActor, Failure: Error>(
        on actor: Act,
        target: RemoteCallTarget,
        invocation: inout CallEncoder,
        throwing: Failure.Type
    ) async throws where Act.ID == ActorID {
        let target = CallTarget(actor: actor.id, method: methodNames.name(of: target))
        _ = try await call(target, arguments: invocation.arguments.bytes)
    }

    /// Never asked: received calls are served from a ``MethodTable``.
    public func invokeHandlerOnReturn(
        handler: CallResultHandler, resultBuffer: UnsafeRawPointer, metatype: any Any.Type
    ) async throws {}

    /// Ends every call of this node that waits for an answer of `node`, whose process is gone: its callers are resumed
    /// with `unreachable`. Calls made later are not concerned.
    public func lose(_ node: NodeID) {
        for call in calls.takeAll(askedOf: node) {
            let error = ClusterError(
                .unreachable, "\(call.target) was not answered: \(node) is gone; it may or may not have run")
            call.caller.resume(returning: .error(error))
        }
    }

    /// Calls a method and waits for its result's bytes, the deadline, or cancellation.
    func call(_ target: CallTarget, arguments: [UInt8]) async throws -> [UInt8] {
        let destination = try destination(of: target, argumentBytes: arguments.count)
        let options = CallOptions.current
        let now = clock.now
        let remaining = options.remaining(at: now)
        guard remaining > .zero else {
            throw ClusterError(.timeout, "\(target) was not called: no time was left for it")
        }
        let frame = CallFrame(
            id: CallID(incarnation: process.incarnation, number: calls.makeNumber()),
            actor: target.actor, method: target.method, remaining: remaining, trace: .current,
            arguments: arguments)
        counters.count { $0.callsMade += 1 }
        switch await outcome(of: frame, at: destination, deadline: now + remaining) {
        case .value(let bytes): return bytes
        case .failure(let failure): throw failures.error(of: failure)
        case .error(let error): throw error
        }
    }

    /// Ends a call of this node, if it is still open, and tells its callee unless it has ended itself.
    func abandon(_ number: UInt64, with error: ClusterError, tellingCallee: Bool) {
        guard let call = calls.take(number) else { return }
        if tellingCallee { tellCancelled(number, at: call.node) }
        call.caller.resume(returning: .error(error))
    }

    /// Tells a callee that nobody waits any more.
    func tellCancelled(_ number: UInt64, at callee: NodeID) {
        let id = CallID(incarnation: process.incarnation, number: number)
        if callee == node {
            cancelTurn(id, of: node)
        } else {
            post(.cancel(id), to: callee)
        }
    }

    /// Sends an answer or a cancellation, which is dropped when there is no room for it.
    func post(_ frame: Frame, to peer: NodeID) {
        guard let link = links.link(to: peer) else { return counters.count { $0.framesDropped += 1 } }
        let bytes = frame.encoded()
        if !DeliveringThread.isCurrent, turns.count < Self.quiet, link.sendAtOnce(bytes) { return }
        if !link.offer(bytes) { counters.count { $0.framesDropped += 1 } }
    }

    private func outcome(of frame: CallFrame, at destination: NodeID, deadline: Duration) async -> CallOutcome {
        let number = frame.id.number
        let target = CallTarget(actor: frame.actor, method: frame.method)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                let pending = PendingCall(node: destination, target: target, deadline: deadline, caller: caller)
                if let refusal = calls.open(number, pending) {
                    countIfOverload(refusal)
                    return caller.resume(returning: .error(refusal))
                }
                send(frame, to: destination, deadline: deadline)
                // A cancellation that came before the call was open found nothing to end.
                if Task.isCancelled { cancel(number, target) }
            }
        } onCancel: {
            cancel(number, target)
        }
    }

    private func cancel(_ number: UInt64, _ target: CallTarget) {
        let error = ClusterError(.cancelled, "\(target) was not waited for: its caller was cancelled")
        guard let call = calls.take(number) else { return }
        counters.count { $0.cancellations += 1 }
        tellCancelled(number, at: call.node)
        call.caller.resume(returning: .error(error))
    }

    private func send(_ frame: CallFrame, to destination: NodeID, deadline: Duration) {
        if destination == node { return receive(frame, from: node) }
        let link = links.link(to: destination)
        let bytes = Frame.call(frame).encoded()
        if let link, !DeliveringThread.isCurrent, calls.count <= Self.quiet, link.sendAtOnce(bytes) { return }
        guard link?.offer(call: frame.id.number, bytes) == true else {
            let error = ClusterError(
                .overloaded, "\(frame.actor).\(frame.method) was not called: too much waits for \(destination)")
            countIfOverload(error)
            return abandon(frame.id.number, with: error, tellingCallee: false)
        }
    }

    private func destination(of target: CallTarget, argumentBytes: Int) throws(ClusterError) -> NodeID {
        guard argumentBytes <= FrameBounds.body else {
            throw ClusterError(
                .malformed,
                "\(target) was not called: \(argumentBytes) bytes of arguments are more than \(FrameBounds.body)")
        }
        guard let destination = locator.node(of: target.actor) else {
            throw ClusterError(.unreachable, "\(target) was not called: no node has \(target.actor) now; try again")
        }
        return destination
    }

    private func countIfOverload(_ error: ClusterError) {
        if error.code == .overloaded { counters.count { $0.overloads += 1 } }
    }
}
