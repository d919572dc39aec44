/// A dense number that the floor gives to a contact while it is live.
package struct ContactSlot: Hashable, Sendable {
    /// The number, from 0.
    package let index: Int32
    package init(_ index: Int) { self.index = Int32(index) }
}

/// A dense number that the floor gives to an agent; its order is that of the configuration.
package struct AgentSlot: Hashable, Comparable, Sendable {
    /// The number, from 0.
    package let index: Int32
    package init(_ index: Int) { self.index = Int32(index) }
    package static func < (left: AgentSlot, right: AgentSlot) -> Bool { left.index < right.index }
}

/// A dense number that the floor gives to a queue.
package struct QueueSlot: Hashable, Sendable {
    /// The number, from 0.
    package let index: Int32
    package init(_ index: Int) { self.index = Int32(index) }
}

/// Names a class of waiting contacts: those of one queue, requirement, ring and channel that the same agents may
/// serve. It stays valid while a contact waits in the class; otherwise only until the next class is asked for.
package struct ClassIndex: Hashable, Sendable {
    /// The number, from 0.
    package let index: Int32
    package init(_ index: Int) { self.index = Int32(index) }
}
