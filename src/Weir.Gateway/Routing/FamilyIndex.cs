using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>The models of a catalogue in the order of their slugs: those of a family stand together, and are found without a look at the others.</summary>
internal sealed class FamilyIndex
{
    // Without variants: they are no families of their own, and never the newest of one.
    private readonly Member[] _bySlug;

    public FamilyIndex(ImmutableArray<ModelEntry> models) => _bySlug =
    [
        .. models.Select((model, place) => new Member(model.Slug, model, place))
            .Where(member => !member.Slug.Contains(':'))
            .OrderBy(member => member.Slug, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The newest model of a family that a workspace sees; of equals, the one that is listed first. Null: there is none.</summary>
    /// <param name="family">In any case. <c>acme/small</c> is the family of acme/small, acme/small-2 and acme/small2, not of acme/smaller.</param>
    /// <param name="workspace">Of the caller.</param>
    public ModelEntry? NewestOf(ReadOnlySpan<char> family, Guid workspace)
    {
        var newest = default(Member);
        for (var index = FirstFrom(family); index < _bySlug.Length; index++)
        {
            ref readonly var member = ref _bySlug[index];
            if (!member.Slug.AsSpan().StartsWith(family, StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            var isOfFamily = member.Slug.Length == family.Length || !char.IsAsciiLetter(member.Slug[family.Length]);
            if (isOfFamily && member.Model.IsVisibleTo(workspace) && (newest.Model is null || member.IsBefore(newest)))
            {
                newest = member;
            }
        }

        return newest.Model;
    }

    // Whatever begins with the name stands at it or behind it.
    private int FirstFrom(ReadOnlySpan<char> family)
    {
        var (low, high) = (0, _bySlug.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_bySlug[middle].Slug.AsSpan().CompareTo(family, StringComparison.OrdinalIgnoreCase) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private readonly record struct Member(string Slug, ModelEntry Model, int Place)
    {
        public bool IsBefore(in Member other)
        {
            var age = Model.Created.CompareTo(other.Model.Created);
            return age > 0 || (age == 0 && Place < other.Place);
        }
    }
}
