public import Wire

/// Something new to an agent, of which they get a share.
public struct Release: Hashable, Sendable {
    /// What is new.
    public enum Subject: Hashable, Sendable {
        /// Contacts on a channel.
        case channel(Channel)
        /// Contacts that the agent may serve by a skill.
        case skill(SkillID)
    }

    /// What is new.
    public var subject: Subject
    /// The share of the contacts that the agent may have, in thousandths.
    public var thousandths: Int

    public init(_ subject: Subject, thousandths: Int) {
        self.subject = subject
        self.thousandths = thousandths
    }
}

extension Release: CustomStringConvertible {
    /// Such as `20% of contacts on chat`.
    public var description: String {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 10)
        let share = rest == 0 ? "\(whole)%" : "\(whole).\(rest)%"
        switch subject {
        case .channel(let channel): return "\(share) of contacts on \(channel.name)"
        case .skill(let skill): return "\(share) of contacts that ask for \(skill)"
        }
    }
}

extension Release: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        switch subject {
        case .channel(let channel):
            writer.write(byte: 0)
            writer.write(channel)
        case .skill(let skill):
            writer.write(byte: 1)
            writer.write(skill)
        }
        writer.write(thousandths)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "release")
        switch try reader.readByte() {
        case 0: subject = .channel(try reader.read())
        case 1: subject = .skill(try reader.read())
        default: throw WireError(.invalidValue, reading: "what is released", at: reader.offset - 1)
        }
        thousandths = try reader.readInt()
    }
}
