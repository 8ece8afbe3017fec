using System.Collections.Immutable;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Continuation;

/// <summary>How an answer came about that several endpoints gave.</summary>
/// <param name="Attempts">All attempts, in order; of an answer that broke, with the failure that ended it.</param>
/// <param name="Parts">Who gave what of it, in order.</param>
public sealed record AnswerHistory(ImmutableArray<Attempt> Attempts, ImmutableArray<AnswerPart> Parts);
