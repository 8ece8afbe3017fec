namespace Weir.Gateway.Routing.Routers;

/// <summary>The first few of many by a number, the least first; of equals, those that came first.</summary>
/// <param name="places">Takes them; as many as it is long.</param>
/// <param name="numbers">As long.</param>
internal ref struct Leaders(Span<int> places, Span<double> numbers)
{
    private readonly Span<int> _places = places;
    private readonly Span<double> _numbers = numbers;

    public int Count { get; private set; }

    public void Add(int place, double number)
    {
        if (Count == _places.Length && !(number < _numbers[^1]))
        {
            return;
        }

        // Those behind it move down, and the last one out.
        var at = Count < _places.Length ? Count++ : Count - 1;
        while (at > 0 && number < _numbers[at - 1])
        {
            (_places[at], _numbers[at]) = (_places[at - 1], _numbers[at - 1]);
            at--;
        }

        (_places[at], _numbers[at]) = (place, number);
    }
}
