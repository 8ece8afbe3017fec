using Weir.Protocol.Primitives;

namespace Weir.Ledger.Contents;

/// <summary>Keeps what was asked and answered, apart from the records of generations.</summary>
/// <remarks>Safe for any number of callers at once.</remarks>
public interface IContentStore
{
    /// <summary>Adds contents; one that is there already stays.</summary>
    /// <exception cref="IOException">They could not be stored; nothing was written.</exception>
    ValueTask SaveAsync(IReadOnlyList<ContentRow> contents, CancellationToken cancellationToken);

    /// <summary>The content of a generation; null when none was kept, or not any more.</summary>
    ValueTask<ContentRow?> FindAsync(GenerationId id, CancellationToken cancellationToken);

    /// <summary>Erases the oldest contents that were kept before a moment, at most <paramref name="limit"/>, and gives their space back.</summary>
    /// <returns>How many were erased.</returns>
    ValueTask<int> EraseAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);
}
