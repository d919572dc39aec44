public import ContactCenter

extension CenterDirectory {
    /// What customers of a queue may book to be called back, rising; nil when the configuration has none of that id.
    public func callbackSlots(
        of queue: QueueID, within range: CallbackSlotRange
    ) async throws(CenterError) -> [CallbackSlot]? {
        let home = layout.home(of: queue)
        return try await call { try await queueActor(queue, at: home).callbackSlots(within: range) }
    }
}
