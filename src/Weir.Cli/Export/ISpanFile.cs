using System.Text.Json;

namespace Weir.Cli.Export;

/// <summary>A form that exported spans are written in.</summary>
internal interface ISpanFile : IAsyncDisposable
{
    /// <summary>The list to read; it takes <c>filter</c>, <c>limit</c> and <c>cursor</c>, and <c>project</c> where that is not in its path.</summary>
    string Path { get; }

    /// <summary>Adds a page of the list.</summary>
    /// <returns>How many spans it had.</returns>
    ValueTask<int> WriteAsync(JsonElement page, CancellationToken cancellationToken);

    /// <summary>Writes what belongs at the end of a whole file.</summary>
    ValueTask FinishAsync(CancellationToken cancellationToken);
}
