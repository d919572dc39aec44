/// Writes JSON text field by field: what is sent thousands of times a second is written with it, not by reflection.
package struct JSONWriter {
    /// The text so far, in UTF-8.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object whose fields `body` writes.
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Writes an array whose elements `write` writes.
    package mutating func array<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for element in elements { write(&self, element) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Writes the name of the field whose value is written next; `name` needs no escaping.
    package mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes the name of the field whose value is written next, whatever is in it.
    package mutating func name(escaping name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string, escaped where it must be.
    package mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: utf8)
            } else {
                for byte in utf8 { escape(byte) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Writes a whole number.
    package mutating func integer(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    /// Writes a number; one that JSON cannot write becomes null.
    package mutating func number(_ value: Double) {
        separate()
        if value.isFinite {
            if let whole = Int(exactly: value), abs(whole) < 1 << 53 {
                bytes.append(contentsOf: String(whole).utf8)
            } else {
                bytes.append(contentsOf: value.description.utf8)
            }
        } else {
            bytes.append(contentsOf: "null".utf8)
        }
        needsComma = true
    }

    /// Writes a boolean.
    package mutating func truth(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        needsComma = true
    }

    /// Writes null.
    package mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
        needsComma = true
    }

    /// Writes an instant as a string.
    package mutating func time(_ value: DateTime) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        value.appendBytes { bytes.append($0) }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 0xF)])
        default: bytes.append(byte)
        }
    }
}

extension JSONWriter {
    /// Writes a field; nothing at all when the value is nil.
    package mutating func field(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        self.name(name)
        string(value)
    }

    /// Writes a field.
    package mutating func field(_ name: StaticString, _ value: Int) {
        self.name(name)
        integer(value)
    }

    /// Writes a field; nothing at all when the value is nil.
    package mutating func field(_ name: StaticString, _ value: Double?) {
        guard let value else { return }
        self.name(name)
        number(value)
    }

    /// Writes a field.
    package mutating func field(_ name: StaticString, _ value: Bool) {
        self.name(name)
        truth(value)
    }

    /// Writes a field; nothing at all when the value is nil.
    package mutating func field(_ name: StaticString, _ value: DateTime?) {
        guard let value else { return }
        self.name(name)
        time(value)
    }

    /// Writes a field with an array.
    package mutating func field(_ name: StaticString, _ values: [String]) {
        self.name(name)
        array(values) { $0.string($1) }
    }

    /// Writes a field with an object, its members in the order of their names.
    package mutating func field(_ name: StaticString, _ values: [String: Int]) {
        self.name(name)
        object { writer in
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                writer.name(escaping: name)
                writer.integer(value)
            }
        }
    }

    /// Writes a field with an object, its members in the order of their names.
    package mutating func field(_ name: StaticString, _ values: [String: ContactAttribute]) {
        self.name(name)
        object { writer in
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                writer.name(escaping: name)
                writer.attribute(value)
            }
        }
    }

    private mutating func attribute(_ value: ContactAttribute) {
        switch value {
        case .text(let text): string(text)
        case .number(let number): self.number(number)
        case .truth(let truth): self.truth(truth)
        case .list(let texts): array(texts) { $0.string($1) }
        }
    }
}
