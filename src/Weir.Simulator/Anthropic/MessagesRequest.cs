using System.Collections.Immutable;
using Weir.Simulator.Chat;

namespace Weir.Simulator.Anthropic;

/// <summary>A Messages request, checked.</summary>
/// <param name="Chat">What it asks for, in the terms that every dialect shares.</param>
/// <param name="Prefix">The prompt in pieces, as the prompt cache sees it.</param>
internal sealed record MessagesRequest(ChatRequest Chat, ImmutableArray<PromptPiece> Prefix);
