public import Wire

extension Command: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(id)
        writer.write(body)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(id: try reader.read(), body: try reader.read())
    }
}

extension Command.Body: WireValue {
    /// The first byte of each body.
    private enum Kind: UInt8, WireCode {
        case configure, openContact, updateAttributes, abandon, hold, resume, transfer, completeTransfer
        case cancelTransfer, complete, finishWrapUp, requeue, end, signIn, signOut, setAvailability, setCapacity
        case attachStream, detachStream, accept, reject, advance
        case reserve, commit, giveBack, settle, claim, answered, seek
        case closeCalendar, reopenCalendar
        case callback
        case shiftSite
        case keepCustomer, forgetCustomer, learnCustomers, raiseIncident, endIncident
    }

    public func write(to writer: inout WireWriter) {
        switch self {
        case .configure(let value): writer.write(Kind.configure, value)
        case .openContact(let value): writer.write(Kind.openContact, value)
        case .updateAttributes(let value): writer.write(Kind.updateAttributes, value)
        case .abandon(let contact): writer.write(Kind.abandon, contact)
        case .hold(let contact): writer.write(Kind.hold, contact)
        case .resume(let contact): writer.write(Kind.resume, contact)
        case .transfer(let value): writer.write(Kind.transfer, value)
        case .completeTransfer(let contact): writer.write(Kind.completeTransfer, contact)
        case .cancelTransfer(let contact): writer.write(Kind.cancelTransfer, contact)
        case .complete(let contact): writer.write(Kind.complete, contact)
        case .finishWrapUp(let value): writer.write(Kind.finishWrapUp, value)
        case .requeue(let contact): writer.write(Kind.requeue, contact)
        case .end(let contact): writer.write(Kind.end, contact)
        case .signIn(let agent): writer.write(Kind.signIn, agent)
        case .signOut(let agent): writer.write(Kind.signOut, agent)
        case .setAvailability(let value): writer.write(Kind.setAvailability, value)
        case .setCapacity(let value): writer.write(Kind.setCapacity, value)
        case .attachStream(let agent, let incarnation):
            writer.write(Kind.attachStream, agent)
            writer.write(fixed: incarnation)
        case .detachStream(let agent, let incarnation):
            writer.write(Kind.detachStream, agent)
            writer.write(fixed: incarnation)
        case .accept(let offer): writer.write(Kind.accept, offer)
        case .reject(let offer): writer.write(Kind.reject, offer)
        case .advance: writer.write(Kind.advance)
        case .reserve(let value): writer.write(Kind.reserve, value)
        case .commit(let reservation, let agent):
            writer.write(Kind.commit, reservation)
            writer.write(agent)
        case .giveBack(let value): writer.write(Kind.giveBack, value)
        case .settle(let value): writer.write(Kind.settle, value)
        case .claim(let value): writer.write(Kind.claim, value)
        case .answered(let subject, let answer):
            writer.write(Kind.answered, subject)
            writer.write(answer)
        case .seek: writer.write(Kind.seek)
        case .closeCalendar(let value): writer.write(Kind.closeCalendar, value)
        case .reopenCalendar(let calendar): writer.write(Kind.reopenCalendar, calendar)
        case .callback(let contact, let wish):
            writer.write(Kind.callback, contact)
            writer.write(wish)
        case .shiftSite(let value): writer.write(Kind.shiftSite, value)
        case .keepCustomer(let customer): writer.write(Kind.keepCustomer, customer)
        case .forgetCustomer(let customer): writer.write(Kind.forgetCustomer, customer)
        case .learnCustomers(let news): writer.write(Kind.learnCustomers, news)
        case .raiseIncident(let incident): writer.write(Kind.raiseIncident, incident)
        case .endIncident(let incident): writer.write(Kind.endIncident, incident)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.read(Kind.self) {
        case .configure: self = .configure(try reader.read())
        case .openContact: self = .openContact(try reader.read())
        case .updateAttributes: self = .updateAttributes(try reader.read())
        case .abandon: self = .abandon(try reader.read())
        case .hold: self = .hold(try reader.read())
        case .resume: self = .resume(try reader.read())
        case .transfer: self = .transfer(try reader.read())
        case .completeTransfer: self = .completeTransfer(try reader.read())
        case .cancelTransfer: self = .cancelTransfer(try reader.read())
        case .complete: self = .complete(try reader.read())
        case .finishWrapUp: self = .finishWrapUp(try reader.read())
        case .requeue: self = .requeue(try reader.read())
        case .end: self = .end(try reader.read())
        case .signIn: self = .signIn(try reader.read())
        case .signOut: self = .signOut(try reader.read())
        case .setAvailability: self = .setAvailability(try reader.read())
        case .setCapacity: self = .setCapacity(try reader.read())
        case .attachStream: self = .attachStream(try reader.read(), incarnation: try reader.readFixed())
        case .detachStream: self = .detachStream(try reader.read(), incarnation: try reader.readFixed())
        case .accept: self = .accept(try reader.read())
        case .reject: self = .reject(try reader.read())
        case .advance: self = .advance
        case .reserve: self = .reserve(try reader.read())
        case .commit: self = .commit(try reader.read(), agent: try reader.read())
        case .giveBack: self = .giveBack(try reader.read())
        case .settle: self = .settle(try reader.read())
        case .claim: self = .claim(try reader.read())
        case .answered: self = .answered(try reader.read(), try reader.read())
        case .seek: self = .seek
        case .closeCalendar: self = .closeCalendar(try reader.read())
        case .reopenCalendar: self = .reopenCalendar(try reader.read())
        case .callback: self = .callback(try reader.read(), try reader.read())
        case .shiftSite: self = .shiftSite(try reader.read())
        case .keepCustomer: self = .keepCustomer(try reader.read())
        case .forgetCustomer: self = .forgetCustomer(try reader.read())
        case .learnCustomers: self = .learnCustomers(try reader.read())
        case .raiseIncident: self = .raiseIncident(try reader.read())
        case .endIncident: self = .endIncident(try reader.read())
        }
    }
}

extension WireWriter {
    fileprivate mutating func write(_ kind: some WireCode, _ value: some WireValue) {
        write(kind)
        write(value)
    }
}
