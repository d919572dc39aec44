public import ServiceLifecycle
import Synchronization

extension ClusterActorSystem: Service {
    /// Serves until the task is cancelled, a graceful shutdown begins, or ``stop()`` is called. Runs once.
    ///
    /// At the end every call of this node is resumed with `stopped`, the calls it serves are cancelled and answered,
    /// and what waits to be sent is sent. A graceful shutdown lets the calls that have begun come to their end first.
    ///
    /// - Throws: ``ClusterError`` with `unreachable` when the transport cannot start; `stopped` when the system has
    ///   run before.
    public func run() async throws {
        try await run {
            await withTaskCancellationHandler {
                await withGracefulShutdownHandler {
                    await self.serveAndSend()
                } onGracefulShutdown: {
                    self.lifetime.finish()
                }
            } onCancel: {
                self.stop()
            }
        }
    }

    /// Serves until the task is cancelled or ``stop()`` is called, whatever shutdown begins meanwhile: for an owner
    /// who has something to do with the system first. Otherwise as ``run()``.
    public func runUntilStopped() async throws {
        try await run {
            await withTaskCancellationHandler {
                await self.serveAndSend()
            } onCancel: {
                self.stop()
            }
        }
    }

    /// Makes ``run()`` come to its end. Calls of this node that wait for an answer are resumed with `stopped`.
    public func stop() {
        guard lifetime.stop() else { return }
        for call in calls.close() {
            call.caller.resume(returning: .error(CallTable.stopped(call.target)))
        }
    }

    private func run(_ body: () async -> Void) async throws {
        guard let early = lifetime.start() else {
            throw ClusterError(.stopped, "the actor system of \(node) cannot run again: make a new one")
        }
        try await withTaskExecutorPreference(executor) {
            do {
                try await transport.start(as: node) { [weak self] in self?.receive($0) }
            } catch {
                stop()
                throw error
            }
            for work in early { carryOut(work) }
            await body()
            await transport.stop()
        }
    }

    private func serveAndSend() async {
        await withDiscardingTaskGroup { sending in
            sending.addTask { await self.send() }
            await withDiscardingTaskGroup { periodic in
                periodic.addTask { await self.watchDeadlines() }
                periodic.addTask { await self.sweep() }
                await serve()
                stop()
                periodic.cancelAll()
            }
            links.close()
        }
    }

    /// Waits until the system stops; then cancels what has begun, unless it may come to its end, answers what has not
    /// begun, and waits for the rest.
    private func serve() async {
        for await _ in lifetime.course {}
        if !lifetime.isFinishing { tasks.cancelAll() }
        let left = residents.withLock { $0.clear() }
        for delivery in left.waiting {
            let error = ClusterError(.stopped, "\(delivery.target) was not run: \(node) is stopping; ask again")
            answer(delivery, .error(error))
        }
        await withTaskCancellationHandler {
            await tasks.waitUntilEnded()
        } onCancel: {
            tasks.cancelAll()
        }
    }

    private func send() async {
        await withDiscardingTaskGroup { group in
            for await link in links.opened {
                group.addTask {
                    await link.run { calls, others, error in
                        self.notSent(calls, others: others, to: link.peer, error)
                    }
                }
            }
        }
    }

    private func notSent(_ calls: [UInt64], others: Int, to peer: NodeID, _ error: ClusterError) {
        counters.count { $0.framesDropped += others }
        let failure = ClusterError(
            .unreachable, "the call was not sent: \(peer) cannot be reached: \(error.message)", cause: error)
        for number in calls { abandon(number, with: failure, tellingCallee: false) }
    }

    private func watchDeadlines() async {
        for await _ in calls.armed {
            while let time = calls.nextExpiry {
                do { try await clock.sleep(until: time) } catch { return }
                expire()
            }
        }
    }

    private func expire() {
        for (number, call) in calls.expire(at: clock.now) {
            counters.count { $0.timeouts += 1 }
            tellCancelled(number, at: call.node)
            let error = ClusterError(
                .timeout, "\(call.target) was not answered by \(call.node) in time: it may or may not have run")
            call.caller.resume(returning: .error(error))
        }
    }

    private func sweep() async {
        for await _ in clock.ticks(every: settings.sweepEvery) { await passivateIdle() }
    }
}
