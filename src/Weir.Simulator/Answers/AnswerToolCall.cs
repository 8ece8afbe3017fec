using System.Collections.Immutable;
using Weir.Simulator.Text;

namespace Weir.Simulator.Answers;

/// <summary>A tool call of the answer, its arguments cut into stream fragments.</summary>
internal sealed record AnswerToolCall(string Id, string Name, int NameTokenCount, ImmutableArray<TextPiece> Arguments);
