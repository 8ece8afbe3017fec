using System.Buffers;

namespace Weir.Gateway.Chat;

/// <summary>Puts a comma before every member of an object but the first.</summary>
internal struct MemberSeparator
{
    private bool _started;

    public void Write(IBufferWriter<byte> output)
    {
        if (_started)
        {
            output.Write(","u8);
        }

        _started = true;
    }
}
