using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>Reads an answer that comes whole, as one event.</summary>
internal static class WholeAnswer
{
    /// <param name="body">The answer.</param>
    /// <param name="translate">To the internal form of the operation.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<StreamEvent> ReadAsync(
        Stream body, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> translate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var whole = await AnswerBody.ReadAsync(body, cancellationToken);
        yield return new StreamEvent(StreamEventKind.Completion, translate(AnswerBody.ValidUtf8(whole)));
    }
}
