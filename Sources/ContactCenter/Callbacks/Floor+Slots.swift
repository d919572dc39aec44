/// What customers may book.
extension Floor {
    /// The slots of a queue that are asked for and may be booked at `now`, full ones included, rising, at most
    /// ``CallbackSlot/countBound``; nil when there is no such queue. None where it has no slots, or there is no such
    /// time zone.
    ///
    /// Complexity: O(days and slots of the range + callbacks).
    public func callbackSlots(
        of id: QueueID, within range: CallbackSlotRange, now: Timestamp
    ) -> [CallbackSlot]? {
        guard let queue = queueNumbers[id] else { return nil }
        guard let rules = queueRecords[Int(queue)].configuration.callbacks?.slots else { return [] }
        let zone = range.timeZone.flatMap { ZoneRules.installed($0) }.map(ZoneOffsets.init)
        if range.timeZone != nil, zone == nil { return [] }
        let wall = queueRecords[Int(queue)].hours?.offsets ?? .utc
        let earliest = max(range.from ?? now, now.advanced(by: rules.notice))
        let latest = min(range.until ?? .init(microseconds: .max), now.advanced(by: rules.ahead))
        guard earliest < latest else { return [] }
        let booked = bookings(of: queue)
        let starts = starts(of: queue, rules, wall, from: earliest, until: latest)
        let day = callDay(of: queue, range.timeZone)
        let length = Int(rules.length.inSeconds)
        return starts.filter { day?.contains($0) ?? true && day?.contains($0 + length - 1) ?? true }
            .prefix(CallbackSlot.countBound)
            .map { second in
                let start = Timestamp(wholeSeconds: second)
                return CallbackSlot(
                    from: start, until: Timestamp(wholeSeconds: second + length),
                    local: (zone ?? wall).localText(at: start), capacity: rules.capacity, booked: booked[start] ?? 0)
            }
    }

    /// Refuses a slot that is none, or is full.
    mutating func checkFree(
        _ start: Timestamp, in queue: Int32, timeZone: String?, at now: Timestamp
    ) throws(Refusal) {
        let id = queueRecords[Int(queue)].configuration.id
        let range = CallbackSlotRange(from: start, until: start.advanced(by: .seconds(1)), timeZone: timeZone)
        guard let slot = callbackSlots(of: id, within: range, now: now)?.first(where: { $0.from == start }) else {
            throw Refusal(
                .invalid, "Queue \(id) has no slot that begins at that time and may be booked now; ask for its slots.")
        }
        guard slot.isFree else {
            throw Refusal(
                .queueFull,
                "The slot of queue \(id) on \(slot.local) is booked \(slot.booked) times, as often as it may be; book "
                    + "another.")
        }
    }

    /// How many callbacks are booked for each slot of a queue.
    private func bookings(of queue: Int32) -> [Timestamp: Int] {
        var booked: [Timestamp: Int] = [:]
        for (id, diversion) in diversions {
            guard case .callback(let callback) = diversion, let start = callback.slot, let slot = contacts.slot(of: id),
                contacts[slot].queue == queue, contacts[slot].state != .ended
            else { continue }
            booked[start, default: 0] += 1
        }
        return booked
    }

    /// Where the slots begin, in seconds since 1970, that lie wholly within the queue's hours: at whole multiples of
    /// their length since midnight, by the clock on the wall.
    private func starts(
        of queue: Int32, _ rules: SlotRules, _ wall: ZoneOffsets, from: Timestamp, until: Timestamp
    ) -> [Int] {
        let length = Int(rules.length.inSeconds)
        let (first, last) = (from.wholeSeconds, until.wholeSeconds)
        // A fraction of a second has gone by.
        let begin = Timestamp(wholeSeconds: first) < from ? first + 1 : first
        let stretches =
            queueRecords[Int(queue)].hours.map { Array(OpenStretches($0, from: begin, to: last + length)) }
            ?? [begin..<last + length]
        return stretches.flatMap { stretch in
            var starts: [Int] = []
            var start = Self.aligned(stretch.lowerBound, to: length, wall)
            while start < last, start + length <= stretch.upperBound {
                starts.append(start)
                start = Self.aligned(start + length, to: length, wall)
            }
            return starts
        }
    }

    /// The first second from one on at which the clock on the wall shows a whole multiple of a length.
    private static func aligned(_ second: Int, to length: Int, _ wall: ZoneOffsets) -> Int {
        var second = second
        // Once more where a change of offset moves the clock on the way.
        for _ in 0..<3 {
            let local = second + wall.offset(at: second)
            let rest = local - BusinessCalendar.day(of: local) * 86_400
            guard rest % length != 0 else { return second }
            second += length - rest % length
        }
        return second
    }
}
