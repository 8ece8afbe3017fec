using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Operations.Rerank;
using Weir.Gateway.Operations.Speech;
using Weir.Gateway.Operations.Transcription;

namespace Weir.Gateway.Operations;

/// <summary>The operations there are.</summary>
public static class OperationTable
{
    public static ImmutableArray<IOperation> All { get; } =
    [
        ChatOperation.Instance,
        EmbeddingsOperation.Instance,
        RerankOperation.Instance,
        ImagesOperation.Instance,
        SpeechOperation.Instance,
        TranscriptionOperation.Instance,
    ];

    private static readonly FrozenDictionary<string, IOperation> ByApiType = All.ToFrozenDictionary(operation => operation.ApiType, StringComparer.Ordinal);

    /// <summary>The operation that records call so; chat for one that nobody knows any more.</summary>
    public static IOperation Find(string apiType) => ByApiType.GetValueOrDefault(apiType) ?? ChatOperation.Instance;

    /// <summary>The first operation that a model does; null when it does none of these.</summary>
    public static IOperation? Of(ModelEntry model) => All.FirstOrDefault(operation => operation.Suits(model));
}
