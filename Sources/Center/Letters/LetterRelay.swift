import Cluster
import ContactCenter
import Logging

/// Carries what one partition owes others to them, and what they answer back to its host.
///
/// It knows nothing of what letters mean. Each is a command for its addressee's floor, sent again, after a growing
/// wait, until it is answered, or the host owes it no more, or the letter's patience is over; the answer leads to a
/// command of the host's own. A peer that does not answer holds up nobody but those who write to it.
struct LetterRelay: Sendable {
    /// The most letters of one lane under way at once.
    private static let width = 32
    /// How long an addressee may take over one attempt.
    private static let attempt: Duration = .seconds(2)
    /// The wait before the second attempt, doubled at each up to `longestPause`.
    private static let firstPause: Duration = .milliseconds(50)
    private static let longestPause: Duration = .seconds(1)

    let host: PartitionHost
    let directory: CenterDirectory

    private var clock: any ProtocolClock { directory.system.clock }

    /// Carries from when the host serves until the task is cancelled.
    func run() async {
        // What a host owes that does not come to serve, the next one will carry.
        do { try await host.waitUntilServing() } catch { return }
        await withDiscardingTaskGroup { group in
            for place in directory.layout.places where place.partition != host.partition {
                for isPatient in [true, false] {
                    let lane = LetterBox.Lane(to: place.floorNumber, isPatient: isPatient)
                    group.addTask { await carry(lane, to: place.partition) }
                }
            }
        }
    }

    private func carry(_ lane: LetterBox.Lane, to partition: PartitionID) async {
        await withTaskGroup(of: Void.self) { group in
            var underWay = 0
            while let next = try? await host.letters.next(in: lane) {
                guard case .deliver(let item) = next else {
                    await host.oweLettersAgain()
                    continue
                }
                if underWay == Self.width {
                    await group.next()
                    underWay -= 1
                }
                group.addTask { await deliver(item, to: partition) }
                underWay += 1
            }
            group.cancelAll()
        }
    }

    private func deliver(_ item: LetterBox.Item, to partition: PartitionID) async {
        defer { host.letters.finished(item.letter) }
        let end = item.letter.patience.map { item.since + $0 }
        var pause = Self.firstPause
        while !Task.isCancelled, let command = await host.command(for: item.letter) {
            let left = end.map { $0 - clock.now } ?? Self.attempt
            guard left > .zero else { return await host.received(nil, for: item.letter) }
            if let result = await answer(to: command, at: partition, within: min(left, Self.attempt)) {
                await host.received(result, for: item.letter)
                guard await host.owes(item.letter) else { return }
            }
            do { try await clock.sleep(until: clock.now + min(pause, left)) } catch { return }
            pause = min(pause * 2, Self.longestPause)
        }
    }

    private func answer(
        to command: Command, at partition: PartitionID, within timeout: Duration
    ) async -> CommandResult? {
        do throws(CenterError) {
            return try await directory.call(timeout) {
                try await directory.partitionActor(partition).perform(command, within: timeout)
            }
        } catch {
            host.logger.debug(
                "letter not answered",
                metadata: ["partition": "\(host.partition)", "to": "\(partition)", "reason": "\(error.message)"])
            return nil
        }
    }
}
