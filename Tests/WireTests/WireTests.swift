import Testing
import Wire

@Suite("Values on the wire")
struct WireTests {
    @Test("whole numbers come back as they were", arguments: [0, 1, -1, 63, 64, -64, -65, .max, .min] as [Int64])
    func wholeNumbers(number: Int64) throws {
        #expect(try Int64(wireBytes: number.wireBytes()) == number)
        let unsigned = UInt64(bitPattern: number)
        #expect(try UInt64(wireBytes: unsigned.wireBytes()) == unsigned)
    }

    @Test("small numbers take one byte")
    func length() {
        #expect(UInt64(127).wireBytes().count == 1)
        #expect(Int64(-64).wireBytes().count == 1)
        #expect(UInt64.max.wireBytes().count == 10)
    }

    @Test("texts, lists and absent values come back as they were")
    func composites() throws {
        let texts = ["", "a", "Grüße", String(repeating: "x", count: 5_000)]
        #expect(try [String](wireBytes: texts.wireBytes()) == texts)
        let absent: Double? = nil
        #expect(try Double?(wireBytes: absent.wireBytes()) == nil)
        #expect(try Double?(wireBytes: Double?.some(-0.5).wireBytes()) == -0.5)
    }

    @Test("a number of more than 64 bits is refused")
    func overlong() {
        let bytes = [UInt8](repeating: 0xFF, count: 9) + [0x02]
        #expect(throws: WireError(.invalidValue, reading: "whole number", at: 9)) { try UInt64(wireBytes: bytes) }
    }

    @Test("every prefix of a value is refused as truncated")
    func truncation() {
        let bytes = ["first", "second", "third"].wireBytes()
        for length in 0..<bytes.count {
            #expect { try [String](wireBytes: Array(bytes.prefix(length))) } throws: { error in
                (error as? WireError)?.code == .truncated
            }
        }
    }

    @Test("bytes behind the value are refused")
    func trailing() {
        #expect(throws: WireError(.trailingBytes, reading: "end", at: 1)) { try Bool(wireBytes: [1, 0]) }
    }

    @Test("a text that is not UTF-8 is refused")
    func invalidText() {
        #expect(throws: WireError(.invalidValue, reading: "text", at: 0)) { try String(wireBytes: [2, 0xC3, 0x28]) }
    }

    @Test("a length beyond its bound is refused before anything is reserved")
    func bounds() {
        var writer = WireWriter()
        writer.write(UInt64.max)
        #expect { try String(wireBytes: writer.bytes) } throws: { ($0 as? WireError)?.code == .tooLong }
        #expect { try [Int](wireBytes: writer.bytes) } throws: { ($0 as? WireError)?.code == .tooLong }
    }

    @Test("random bytes are read or refused, never trapped over")
    func randomBytes() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let count = Int(generator.next() % 40)
            let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            _ = try? [String?](wireBytes: bytes)
            _ = try? [Double](wireBytes: bytes)
        }
    }

    @Test("a checksum notices any single flipped bit")
    func checksum() {
        let bytes = (0..<61).map { UInt8($0) }
        let whole = Checksum.of(bytes)
        for bit in 0..<(bytes.count * 8) {
            var damaged = bytes
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(Checksum.of(damaged) != whole)
        }
    }
}
