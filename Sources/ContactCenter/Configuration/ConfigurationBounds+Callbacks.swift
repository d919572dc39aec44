extension ConfigurationBounds {
    /// Overflow rules of one queue.
    public static let overflow = 100
    /// The longest text that a customer is told, in UTF-8 bytes.
    public static let told = 1_024
    /// Open time until the answer to a message: up to a year.
    public static let replyWithin: ClosedRange<Duration> = .seconds(60) ... .seconds(365 * 86_400)
    /// Calls to a customer before the contact ends unreached.
    public static let attempts = 1...100
    /// Between a call that reached nobody and the next: up to a week.
    public static let pause: ClosedRange<Duration> = .seconds(1) ... .seconds(7 * 86_400)
    /// How long a call to a customer may take before its outcome counts as unknown.
    public static let ringTime: ClosedRange<Duration> = .seconds(5) ... .seconds(3_600)
    /// How long a slot lasts.
    public static let slotLength: ClosedRange<Duration> = .seconds(300) ... .seconds(86_400)
    /// Customers who may book one slot.
    public static let slotCapacity = 1...100_000
    /// How far ahead a slot may be booked: up to a quarter of a year.
    public static let slotsAhead: ClosedRange<Duration> = .seconds(3_600) ... .seconds(92 * 86_400)
    /// How long before its beginning a slot must be booked.
    public static let slotNotice: ClosedRange<Duration> = .zero ... .seconds(30 * 86_400)
}
