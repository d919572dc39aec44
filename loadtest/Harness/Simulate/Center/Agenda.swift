/// What is to happen, in the order of time; what is to happen at the same time, in the order in which it was put in.
struct Agenda<Item> {
    private struct Entry {
        let time: Int64
        let number: UInt64
        let place: Int32

        func precedes(_ other: Entry) -> Bool { time != other.time ? time < other.time : number < other.number }
    }

    private var heap: ContiguousArray<Entry> = []
    // Items lie apart: what moves in the heap is small.
    private var items: ContiguousArray<Item?> = []
    private var spare: ContiguousArray<Int32> = []
    private var given: UInt64 = 0

    /// When the first item is to happen, in microseconds; nil when there is none.
    var nextTime: Int64? { heap.first?.time }

    /// Puts an item in. Complexity: O(log n).
    mutating func add(_ item: Item, at time: Int64) {
        let place: Int32
        if let free = spare.popLast() {
            place = free
            items[Int(place)] = item
        } else {
            place = Int32(items.count)
            items.append(item)
        }
        given += 1
        heap.append(Entry(time: time, number: given, place: place))
        rise(heap.count - 1)
    }

    /// Takes the first item out. Complexity: O(log n).
    mutating func next() -> (time: Int64, item: Item)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        spare.append(first.place)
        guard let item = items[Int(first.place)].take() else { return nil }
        return (first.time, item)
    }

    private mutating func rise(_ start: Int) {
        var child = start
        while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
            guard heap[child].precedes(heap[parent]) else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
