namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Tells when the arguments of a tool call, which come in pieces, are a complete JSON object.</summary>
internal struct ArgumentsState
{
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    public bool IsComplete { get; private set; }

    public void Add(string piece)
    {
        foreach (var letter in piece)
        {
            if (_isInString)
            {
                AddToString(letter);
            }
            else
            {
                AddToStructure(letter);
            }
        }
    }

    private void AddToString(char letter)
    {
        _isInString = _isEscaped || letter != '"';
        _isEscaped = !_isEscaped && letter == '\\';
    }

    private void AddToStructure(char letter)
    {
        switch (letter)
        {
            case '"':
                _isInString = true;
                break;
            case '{' or '[':
                _depth++;
                break;
            case '}' or ']':
                _depth--;
                IsComplete |= _depth <= 0;
                break;
        }
    }
}
