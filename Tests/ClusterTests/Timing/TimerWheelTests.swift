import Testing

@testable import Cluster

@Suite struct TimerWheelTests {
    @Test func aTimerFiresAtTheFirstTickThatIsNotBeforeIt() {
        var wheel = TimerWheel(now: .zero)
        _ = wheel.set(1, at: TimerWheel.tick(of: .milliseconds(25)))
        #expect(wheel.advance(to: .milliseconds(29)) == [])
        #expect(wheel.advance(to: .milliseconds(30)) == [1])
        #expect(wheel.count == 0)
        #expect(wheel.next == nil)
    }

    @Test func aTimerBeyondTheRingWaitsForItsRound() {
        var wheel = TimerWheel(now: .zero)
        _ = wheel.set(1, at: TimerWheel.tick(of: .seconds(100)))
        #expect(wheel.advance(to: .seconds(99)) == [])
        #expect(wheel.advance(to: .seconds(100)) == [1])
    }

    @Test func aLongJumpFiresEverything() {
        var wheel = TimerWheel(now: .zero)
        for id in 0..<5_000 { _ = wheel.set(UInt64(id), at: TimerWheel.tick(of: .milliseconds(13 * id))) }
        #expect(wheel.advance(to: .seconds(1_000)).sorted() == Array(0..<5_000))
    }

    @Test func aCancelledTimerDoesNotFire() {
        var wheel = TimerWheel(now: .seconds(3))
        let tick = wheel.set(1, at: TimerWheel.tick(of: .seconds(4)))
        wheel.cancel(1, at: tick)
        wheel.cancel(1, at: tick)
        #expect(wheel.advance(to: .seconds(9)) == [])
    }

    @Test func aTimerInThePastFiresAtTheNextTick() {
        var wheel = TimerWheel(now: .seconds(3))
        _ = wheel.set(1, at: TimerWheel.tick(of: .seconds(1)))
        #expect(wheel.advance(to: .seconds(3) + TimerWheel.tick) == [1])
    }
}
