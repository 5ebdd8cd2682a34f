/* Runs an AVR program on libsimavr and speaks with its board.c. For the host: cc simavr_host.c
 * -lsimavr -lelf, then PROGRAM mcu elf input_file cycle_limit.
 *
 * What the program writes to USART0 goes to stdout, but for lines "read COUNT": these are answered
 * through USART0 with how many bytes follow (16 bits, low byte first; fewer than COUNT only at the
 * end of input_file), and the bytes. GPIOR0 is the cycle counter: a write of any value takes its
 * reading, four reads give its bytes, low byte first. The program ends by sleeping with interrupts
 * off, its status in GPIOR1, which becomes the exit code. Where it fails, a line
 * "fault KIND pc=.. sp=.. sreg=.. r0=.. ... r31=.." is the last one, and the exit code is 1; 2 is
 * for wrong arguments. KIND: bad_opcode, bad_jump, bad_read, bad_write, restart, stack_overflow,
 * time_limit. */
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Addresses in data space, the same on all ATmega of this size. */
enum { GPIOR0 = 0x3e, GPIOR1 = 0x4a };

/* OUT to SPH and to SPL. The stack pointer changes in two steps: it is not looked at in between. */
enum { OUT_MASK = 0xfe0f, OUT_SPL = 0xbe0d, OUT_SPH = 0xbe0e };

typedef struct {
    avr_t *avr;
    avr_irq_t *to_uart;
    FILE *input;
    char line[32]; /* what came since the last line break, as long as it may be a request */
    size_t length;
    int is_text;       /* the line has been found to be no request */
    long left;         /* bytes that are still to be sent, its two of count included */
    long count;        /* of the request that is being answered */
    int count_left;    /* bytes of count still to be sent */
    int may_send;      /* the buffer of the UART has room */
    uint32_t reading;  /* of the cycle counter */
    const char *fault; /* kind, or NULL */
} board;

/* The only one: simavr's logger has no parameter of its own. */
static board the_board;

/* Errors of the core become faults; nothing is printed. */
static void on_log(struct avr_t *avr, const int level, const char *format, va_list values) {
    (void)avr;
    (void)values;
    if (level != LOG_ERROR || the_board.fault != NULL) {
        return;
    }
    if (strstr(format, "Invalid Opcode") != NULL) {
        the_board.fault = "bad_opcode";
    } else if (strstr(format, "Invalid read") != NULL) {
        the_board.fault = "bad_read";
    } else if (strstr(format, "Invalid write") != NULL) {
        the_board.fault = "bad_write";
    }
}

static long remaining(FILE *file) {
    const long here = ftell(file);
    fseek(file, 0, SEEK_END);
    const long end = ftell(file);
    fseek(file, here, SEEK_SET);
    return end - here;
}

static void send(board *b) {
    while (b->may_send && b->left > 0) {
        int next;
        if (b->count_left > 0) {
            next = (int)(b->count >> (b->count_left == 2 ? 0 : 8)) & 0xff;
            b->count_left--;
        } else {
            next = fgetc(b->input);
        }
        b->left--;
        avr_raise_irq(b->to_uart, (uint32_t)next);
    }
}

static void on_room(struct avr_irq_t *irq, uint32_t value, void *parameter) {
    (void)irq;
    (void)value;
    board *b = parameter;
    b->may_send = 1;
    send(b);
}

static void on_full(struct avr_irq_t *irq, uint32_t value, void *parameter) {
    (void)irq;
    board *b = parameter;
    if (value != 0) {
        b->may_send = 0;
    }
}

static void answer(board *b, long wanted) {
    const long there = remaining(b->input);
    b->count = wanted < there ? wanted : there;
    b->count_left = 2;
    b->left = b->count + 2;
}

static void on_output(struct avr_irq_t *irq, uint32_t value, void *parameter) {
    (void)irq;
    static const char request[] = "read ";
    board *b = parameter;
    const char c = (char)value;
    if (!b->is_text) {
        b->line[b->length++] = c;
        b->line[b->length] = '\0';
        const size_t known = b->length < 5 ? b->length : 5;
        if (memcmp(b->line, request, known) != 0 || b->length == sizeof b->line - 1) {
            b->is_text = 1;
            fputs(b->line, stdout);
        } else if (c == '\n') {
            answer(b, strtol(b->line + 5, NULL, 10));
        }
    } else {
        putchar(c);
    }
    if (c == '\n') {
        b->length = 0;
        b->is_text = 0;
    }
}

static void take_reading(struct avr_t *avr, avr_io_addr_t address, uint8_t value, void *parameter) {
    (void)address;
    (void)value;
    ((board *)parameter)->reading = (uint32_t)avr->cycle;
}

static uint8_t next_of_reading(struct avr_t *avr, avr_io_addr_t address, void *parameter) {
    (void)avr;
    (void)address;
    board *b = parameter;
    const uint8_t byte = (uint8_t)b->reading;
    b->reading >>= 8;
    return byte;
}

static void connect(board *b) {
    avr_t *avr = b->avr;
    uint32_t flags = 0; /* no waiting, no log of lines */
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    const uint32_t uart = AVR_IOCTL_UART_GETIRQ('0');
    b->to_uart = avr_io_getirq(avr, uart, UART_IRQ_INPUT);
    avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUTPUT), on_output, b);
    avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUT_XON), on_room, b);
    avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUT_XOFF), on_full, b);
    avr_register_io_write(avr, GPIOR0, take_reading, b);
    avr_register_io_read(avr, GPIOR0, next_of_reading, b);
}

static unsigned stack_pointer(const avr_t *avr) {
    return (unsigned)avr->data[R_SPL] | (unsigned)avr->data[R_SPH] << 8;
}

/* One instruction after the other, until the program ends or fails. stack_low: end of static data.
 * Returns the address of the last instruction. */
static uint32_t run(board *b, unsigned stack_low, uint64_t cycle_limit) {
    avr_t *avr = b->avr;
    int stack_changes = 0;
    uint32_t pc = 0;
    avr->run_cycle_limit = 1;
    while (b->fault == NULL && avr->state != cpu_Done && avr->state != cpu_Crashed) {
        pc = avr->pc;
        if (pc >= avr->codeend) {
            b->fault = "bad_jump";
        } else if (pc == 0 && avr->cycle > 0) {
            b->fault = "restart";
        } else if (avr->cycle >= cycle_limit) {
            b->fault = "time_limit";
        } else {
            const unsigned opcode = (unsigned)avr->flash[pc] | (unsigned)avr->flash[pc + 1] << 8;
            avr->run(avr);
            if ((opcode & OUT_MASK) == OUT_SPH) {
                stack_changes = 1;
            } else if ((opcode & OUT_MASK) == OUT_SPL) {
                stack_changes = 0;
            }
            if (!stack_changes && stack_pointer(avr) + 1 < stack_low && b->fault == NULL) {
                b->fault = "stack_overflow";
            }
        }
    }
    if (b->fault == NULL && avr->state == cpu_Crashed) {
        b->fault = "crash";
    }
    return pc;
}

static void print_fault(const board *b, uint32_t pc) {
    unsigned sreg = 0;
    for (int bit = 0; bit < 8; bit++) {
        sreg |= (unsigned)b->avr->sreg[bit] << bit;
    }
    printf("%sfault %s pc=%x sp=%x sreg=%x", b->length > 0 ? "\n" : "", b->fault, (unsigned)pc,
           stack_pointer(b->avr), sreg);
    for (int i = 0; i < 32; i++) {
        printf(" r%d=%x", i, b->avr->data[i]);
    }
    putchar('\n');
}

int main(int argc, char **argv) {
    board *b = &the_board;
    elf_firmware_t firmware = {0};
    if (argc != 5) {
        fprintf(stderr, "usage: %s mcu elf input_file cycle_limit\n", argv[0]);
        return 2;
    }
    avr_global_logger_set(on_log);
    b->avr = avr_make_mcu_by_name(argv[1]);
    b->input = fopen(argv[3], "rb");
    if (b->avr == NULL || b->input == NULL || elf_read_firmware(argv[2], &firmware) != 0) {
        fprintf(stderr, "%s: no such mcu, elf or input: %s %s %s\n", argv[0], argv[1], argv[2],
                argv[3]);
        return 2;
    }
    avr_init(b->avr);
    b->avr->log = LOG_ERROR;
    avr_load_firmware(b->avr, &firmware);
    b->avr->frequency = 16000000;
    b->avr->codeend = firmware.flashbase + firmware.flashsize;
    connect(b);
    const unsigned stack_low = b->avr->ioend + 1u + firmware.datasize + firmware.bsssize;
    const uint32_t pc = run(b, stack_low, strtoull(argv[4], NULL, 10));
    if (b->fault != NULL) {
        print_fault(b, pc);
        return 1;
    }
    return b->avr->data[GPIOR1];
}
