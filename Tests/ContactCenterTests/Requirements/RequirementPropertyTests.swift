import Testing
import Wire

@testable import ContactCenter

@Suite struct RequirementPropertyTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func canonicalTextIsItsOwnCanonicalText(seed: UInt64) throws {
        var generator = RequirementGenerator(random: SeededGenerator(seed: seed))
        for _ in 0..<2_000 {
            let source = generator.expression()
            guard let requirement = try? Requirement(parsing: source) else { continue }
            #expect(
                try Requirement(parsing: requirement.text).text.utf8.elementsEqual(requirement.text.utf8), "\(source)")
            let (agent, contact) = (generator.profile(), generator.attributes())
            let again = try Requirement(parsing: requirement.text)
            #expect(
                again.isMet(by: agent, contact: contact) == requirement.isMet(by: agent, contact: contact), "\(source)")
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func residualAsksTheAgentWhatTheWholeWouldAsk(seed: UInt64) throws {
        var generator = RequirementGenerator(random: SeededGenerator(seed: seed))
        var met = 0
        for _ in 0..<2_000 {
            guard let requirement = try? Requirement(parsing: generator.expression()) else { continue }
            let contact = generator.attributes()
            let residual = requirement.residual(for: contact)
            #expect(residual?.mentionsContact != true)
            for _ in 0..<4 {
                let agent = generator.profile()
                let whole = requirement.isMet(by: agent, contact: contact)
                if whole { met += 1 }
                #expect(whole == residual?.isMet(by: agent, contact: Attributes()) ?? true, "\(requirement) \(contact)")
                #expect(whole == requirement.unmetClauses(by: agent, contact: contact).isEmpty, "\(requirement)")
            }
            if let residual { #expect(try Requirement(parsing: residual.text) == residual) }
        }
        #expect(met > 500)
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func anyTextIsReadOrRefused(seed: UInt64) {
        var generator = RequirementGenerator(random: SeededGenerator(seed: seed))
        for _ in 0..<5_000 {
            let bytes = (0..<generator.random.below(40)).map { _ in UInt8(truncatingIfNeeded: generator.random.next()) }
            _ = try? Requirement(parsing: String(decoding: bytes, as: UTF8.self))
            _ = try? Requirement(wireBytes: bytes)
            let noise = generator.noise()
            do {
                let requirement = try Requirement(parsing: noise)
                #expect((try? Requirement(parsing: requirement.text)) == requirement)
            } catch {
                #expect((1...noise.unicodeScalars.count + 1).contains(error.column), "\(noise): \(error)")
            }
        }
    }
}
