/// A set of channels, in a byte.
package struct ChannelSet: OptionSet, Hashable, Sendable {
    /// A bit for each channel.
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package init(_ channel: Channel) { self.init(rawValue: 1 << channel.rawValue) }

    /// Every channel there is.
    package static let all = ChannelSet(Channel.allCases.map { ChannelSet($0) })

    /// Whether the channel is in the set.
    package func contains(_ channel: Channel) -> Bool { rawValue >> channel.rawValue & 1 != 0 }

    /// Calls `body` with the raw value of each channel in the set, rising.
    func forEachIndex(_ body: (Int) -> Void) {
        var left = rawValue
        while left != 0 {
            body(left.trailingZeroBitCount)
            left &= left - 1
        }
    }
}
