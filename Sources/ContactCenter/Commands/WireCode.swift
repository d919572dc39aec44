public import Wire

/// A kind, state or reason that is written as the one byte of its raw value.
public protocol WireCode: WireValue, RawRepresentable where RawValue == UInt8 {}

extension WireCode {
    public func write(to writer: inout WireWriter) { writer.write(byte: rawValue) }

    public init(from reader: inout WireReader) throws(WireError) {
        guard let value = Self(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "\(Self.self)", at: reader.offset - 1)
        }
        self = value
    }
}

extension ContactState: WireCode {}
extension EndReason: WireCode {}
extension OfferOutcome: WireCode {}
extension WorkState: WireCode {}
extension Refusal.Code: WireCode {}
extension Transfer.Kind: WireCode {}
extension SetAvailability.When: WireCode {}
