using System.Collections.Immutable;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Metrics;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>Numbers by piece of time and group while they are added up.</summary>
/// <param name="query">Says how long a piece is, and how many groups are told apart.</param>
/// <param name="groups">Those that are told apart; null: all, and the largest are chosen at the end.</param>
internal sealed class MetricsSums(MetricsQuery query, IReadOnlyCollection<string>? groups)
{
    // No name of a group has this in it: it cannot be stored.
    private const string Rest = "\0";

    private readonly Dictionary<(long Start, string Group), CallNumbers> _sums = [];

    /// <summary>The sum that spans of this second and group belong to.</summary>
    public CallNumbers At(long second, string group)
    {
        var start = second - ((second % query.BucketSeconds) + query.BucketSeconds) % query.BucketSeconds;
        return Sum(start, query.GroupBy == MetricsGroup.None ? "" : groups is null || groups.Contains(group) ? group : Rest);
    }

    /// <summary>Makes the rest of what all groups add up to, without those that are told apart.</summary>
    /// <param name="all">Of the same pieces of time, without groups.</param>
    public void AddRest(MetricsSums all)
    {
        var known = _sums.GroupBy(entry => entry.Key.Start).ToDictionary(piece => piece.Key, piece => piece.Select(entry => entry.Value).ToArray());
        foreach (var ((start, _), numbers) in all._sums)
        {
            foreach (var group in known.GetValueOrDefault(start, []))
            {
                numbers.Subtract(group);
            }

            if (numbers.Spans > 0)
            {
                Sum(start, Rest).Add(numbers);
            }
        }
    }

    public ImmutableArray<MetricsRow> ToRows(ReadConnection connection)
    {
        if (groups is null)
        {
            JoinSmallest();
        }

        return
        [
            .. _sums.OrderBy(entry => entry.Key.Start).ThenBy(entry => entry.Key.Group == Rest).ThenByDescending(entry => entry.Value.CostNanos).ThenBy(entry => entry.Key.Group, StringComparer.Ordinal)
                .Select(entry => new MetricsRow(entry.Key.Start, NameOf(entry.Key.Group, connection), entry.Key.Group == Rest, entry.Value)),
        ];
    }

    private CallNumbers Sum(long start, string group)
    {
        if (!_sums.TryGetValue((start, group), out var sum))
        {
            _sums.Add((start, group), sum = new CallNumbers());
        }

        return sum;
    }

    private void JoinSmallest()
    {
        var smallest = _sums.GroupBy(entry => entry.Key.Group)
            .OrderByDescending(group => group.Sum(entry => (double)entry.Value.CostNanos))
            .ThenByDescending(group => group.Sum(entry => (double)entry.Value.Calls))
            .ThenByDescending(group => group.Sum(entry => (double)entry.Value.Spans))
            .Skip(query.Groups)
            .SelectMany(group => group)
            .ToArray();
        foreach (var (key, numbers) in smallest)
        {
            _ = _sums.Remove(key);
            Sum(key.Start, Rest).Add(numbers);
        }
    }

    private string? NameOf(string group, ReadConnection connection) => group switch
    {
        "" or Rest => null,
        _ => query.GroupBy == MetricsGroup.Project ? ProjectNames.Read(group, connection) : group,
    };
}
