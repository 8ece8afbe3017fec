namespace Weir.Gateway.Chat;

/// <summary>One top-level member of a request body: its name, and where its value lies in the body's bytes.</summary>
public readonly record struct JsonMember(string Name, int ValueStart, int ValueLength);
