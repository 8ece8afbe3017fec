using System.Text.Json;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads a document of models from an address or a file within a minute, and says what kept it from that.</summary>
internal sealed class DocumentReader(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DocumentClient _client = new();

    /// <summary>Reads all pages of a document.</summary>
    /// <param name="document">Takes them.</param>
    /// <param name="source">What errors call it, and the path of a file.</param>
    /// <param name="url">Its address; null: it is a file.</param>
    /// <param name="provider">With its key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It cannot be read, or not in time.</exception>
    /// <exception cref="InvalidDataException">It is no document of models, or too large.</exception>
    public async Task ReadAsync(ModelsDocument document, string source, Uri? url, ProviderConfiguration provider, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            if (url is null)
            {
                await using var file = File.OpenRead(source);
                using var content = await BoundedContent.ReadAsync(file, BoundedContent.MostBytes, either.Token);
                using var page = JsonDocument.Parse(content.GetBuffer().AsMemory(0, (int)content.Length));
                _ = document.ReadPage(page.RootElement);
                return;
            }

            await _client.ReadAsync(url, provider, document.ReadPage, either.Token);
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{source}: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException(failure is HttpRequestException ? $"{source} cannot be read: {failure.Message}" : $"{source} was not read within {Patience.TotalSeconds:0} s.", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
