internal import Wire

extension WireWriter {
    /// Appends a set as a count and its elements in rising order, so that equal sets are equal bytes.
    mutating func write<Element: WireValue>(sorted elements: Set<Element>, by rises: (Element, Element) -> Bool) {
        write(elements.sorted(by: rises))
    }
}

extension WireReader {
    /// Reads a set whose elements must be in rising order.
    mutating func readSet<Element: WireValue>(
        sortedBy rises: (Element, Element) -> Bool
    ) throws(WireError) -> Set<Element> {
        let elements: [Element] = try readArray()
        for (left, right) in zip(elements, elements.dropFirst()) where !rises(left, right) {
            throw WireError(.invalidValue, reading: "order of a set", at: offset)
        }
        return Set(elements)
    }

    /// Reads the byte that a value's layout begins with; a layout newer than `newest` is refused.
    @discardableResult
    mutating func readLayout(_ newest: UInt8, of what: String) throws(WireError) -> UInt8 {
        let layout = try readByte()
        guard (1...newest).contains(layout) else {
            throw WireError(.invalidValue, reading: "layout of \(what)", at: offset - 1)
        }
        return layout
    }
}

extension Channel {
    static func byRawValue(_ left: Channel, _ right: Channel) -> Bool { left.rawValue < right.rawValue }
}
